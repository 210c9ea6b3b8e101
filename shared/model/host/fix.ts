/** What to change on a host. */

export interface Fix {
  /** What to do, in one sentence. */
  readonly words: string;
}

/** A setting, in the form that each way to run Ollama has for it. */
export interface SettingFix extends Fix {
  /** Below `[Service]` of the unit. */
  readonly systemd: string;
  /** Below the service of a compose file. */
  readonly compose: string;
  /** In a terminal of the user who runs Ollama. */
  readonly windows: string;
  /** Where each of them belongs, and how it comes to count. */
  readonly apply: string;
}

export function isSetting(fix: Fix): fix is SettingFix {
  return 'systemd' in fix;
}

/** @param more ends the sentence, such as `or let the clients ask for less` */
export function setVariable(name: string, value: string | number, more?: string): SettingFix {
  return {
    words: `set ${name}=${value} and start Ollama again${more === undefined ? '' : `, ${more}`}`,
    systemd: `Environment="${name}=${value}"`,
    compose: `${name}: "${value}"`,
    windows: `setx ${name} ${value}`,
    apply: applying('the key under services.ollama.environment'),
  };
}

/** Within a container Ollama has to listen everywhere, so that there it is the published port that changes. */
export function bindToLoopback(port: number): SettingFix {
  const address = `127.0.0.1:${port}`;
  return {
    words: `set OLLAMA_HOST=${address} and start Ollama again, or set bind to any where nothing but a network of its own reaches it`,
    systemd: `Environment="OLLAMA_HOST=${address}"`,
    compose: `- "${address}:11434"`,
    windows: `setx OLLAMA_HOST ${address}`,
    apply: applying('the item under services.ollama.ports in place of the one there'),
  };
}

function applying(compose: string): string {
  return [
    'systemd: systemctl edit ollama, the line under [Service], then systemctl restart ollama',
    `compose: ${compose}, then docker compose up -d`,
    'Windows: the command, then quit Ollama and start it again',
  ].join('; ');
}
