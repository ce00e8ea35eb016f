import '@fontsource-variable/inter/index.css';
import '../../ui/base.css';
import { mount } from 'svelte';
import { connectTicker } from '../../state/ticker-state.svelte';
import Ticker from './Ticker.svelte';

mount(Ticker, { target: document.body, props: { ticker: connectTicker(window) } });
