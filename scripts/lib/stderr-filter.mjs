import { StringDecoder } from 'node:string_decoder';

// What Chromium and its libraries say on stderr on healthy machines. Each line
// here is harmless and nothing the user could act on. Everything else passes.
// Chromium's own lines begin with [process:date/time:LEVEL:source-file...].

/** @param {string} rest a pattern for the source file and what follows */
function chromium(rest) {
  return new RegExp(`^\\[\\d+:(?:\\d+:)?\\d+/[\\d.]+:(?:ERROR|WARNING|INFO):${rest}`);
}

const HARMLESS = [
  // No system or session bus: containers, servers, bare X sessions.
  chromium('\\S*bus\\.cc.*Failed to connect to the bus'),
  // A bus without the service asked for (power, portals, network manager).
  chromium('\\S*object_proxy\\.cc.*Failed to call method: org\\.freedesktop'),
  chromium('\\S*(?:upower|bluez|network_manager|portal)\\S*\\.cc'),
  // A run that ends before anything is drawn, such as --version: its helpers find nobody to answer.
  chromium('\\S*zygote_linux\\.cc.*write: Broken pipe'),
  // No GPU, or a driver without a feature: Chromium goes on in software.
  chromium('\\S*viz_main_impl\\.cc.*Exiting GPU process due to errors during initialization'),
  chromium('\\S*gpu_process_host\\.cc.*GPU process (?:isn|launch)'),
  chromium('\\S*command_buffer_proxy_impl\\.cc.*ContextResult::kTransientFailure'),
  chromium('\\S*gl_surface_presentation_helper\\.cc.*GetVSyncParametersIfAvailable'),
  chromium('\\S*(?:gl_display|angle_platform_impl|gl_implementation|gl_utils)\\.cc'),
  chromium('\\S*(?:vaapi_wrapper|vaapi_video_decoder|gpu_memory_buffer_support_x11)\\.cc'),
  chromium('\\S*vulkan_(?:instance|swap_chain|surface)\\.cc'),
  // A busy machine whose clocks do not agree to the millisecond.
  chromium('\\S*display\\.cc.*Frame latency is negative'),
  /^lib(?:EGL|GL|va)(?: | info| error| warning)*:/,
  /^(?:MESA|MESA-LOADER|ZINK|dri3|DRI3)\b.*/,
  // Desktop modules and themes that GTK is told to load and that are not installed or faulty.
  /^Gtk-Message: .*Failed to load module/,
  /^\(\S+:\d+\): Gtk-WARNING \*\*: .*Theme (?:parsing error|directory)/,
  /^\(\S+:\d+\): (?:dconf|IBUS|LIBDBUSMENU-GLIB)-(?:WARNING|CRITICAL) \*\*:/,
];

/** @param {string} line */
export function isHarmless(line) {
  return HARMLESS.some((pattern) => pattern.test(line));
}

/**
 * Passes on what a process writes to stderr, without the harmless lines.
 * @param {(text: string) => unknown} write
 */
export function createStderrFilter(write) {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let afterHarmless = false;
  /** @param {string} line */
  const pass = (line) => {
    const isBlankOfHarmless = afterHarmless && line.trim() === '';
    afterHarmless = isHarmless(line) || isBlankOfHarmless;
    if (!afterHarmless) write(line);
  };
  return {
    /** @param {Buffer} chunk */
    push(chunk) {
      const lines = (pending + decoder.write(chunk)).split(/(?<=\n)/);
      pending = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '');
      for (const line of lines) pass(line);
    },
    end() {
      pending += decoder.end();
      if (pending !== '') pass(pending);
      pending = '';
    },
  };
}
