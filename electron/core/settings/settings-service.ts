import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/domain/settings/settings';
import type { Signal } from '../events/signal';
import type { SettingsRepository } from './settings-repository-port';
import { validSettings } from './settings-validation';

/** What the command line set for this run only. */
export type SettingsOverrides = Partial<
  Pick<Settings, 'theme' | 'locale' | 'charted' | 'chartInterval'>
>;

export type SettingsPatch = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** The settings: what the command line says, else what is stored and valid, else the defaults. */
export class SettingsService {
  private current: Settings = DEFAULT_SETTINGS;

  constructor(
    private readonly repository: SettingsRepository,
    private readonly overrides: SettingsOverrides,
    private readonly changed: Signal<Settings>,
  ) {}

  start(): void {
    this.current = {
      ...DEFAULT_SETTINGS,
      ...validSettings(this.repository.readAll()),
      ...this.overrides,
    };
  }

  get(): Settings {
    return this.current;
  }

  /** Puts settings in force for this run only, as a second start of the app with options asks for. */
  override(overrides: SettingsOverrides): Settings {
    return this.adopt(differing(overrides, this.current));
  }

  /** Stores what differs from the settings in force, so that an override is not stored by an echo. */
  update(patch: SettingsPatch): Settings {
    const changes = differing(patch, this.current);
    if (changes.size > 0) this.repository.write(changes);
    return this.adopt(changes);
  }

  private adopt(changes: ReadonlyMap<string, unknown>): Settings {
    if (changes.size > 0) {
      this.current = { ...this.current, ...Object.fromEntries(changes) };
      this.changed.emit(this.current);
    }
    return this.current;
  }
}

function differing(patch: SettingsPatch, settings: Settings): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(patch).filter(
      ([key, value]) =>
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(settings[key as keyof Settings]),
    ),
  );
}
