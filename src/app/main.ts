import '@fontsource-variable/inter/index.css';
import '../ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { connectDesk } from '../state/connect-desk';

// Main sets the native theme from the settings before the window opens, so the media query already
// tells the user's choice and the first paint has the right colours.
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';

mount(App, { target: document.body, props: { desk: connectDesk(window) } });
