const VARIABLE = /^(?:export )?([A-Za-z_]\w*)=(.*)$/;

/** `NAME=VALUE` a line, as `env` prints it; a line without a name is part of the value before, of which the first line is kept. */
export function parseEnvironment(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value = ""] = VARIABLE.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

/** Whether a text is what `env` prints: it begins with a variable, and has one that every process of a container has, or one of AWS. */
export function isEnvironment(text: string): boolean {
  return VARIABLE.test(/^.*/.exec(text.trimStart())?.[0] ?? "") && /^(?:export )?(PATH|HOME|HOSTNAME|KUBERNETES_SERVICE_HOST|AWS_\w+)=/m.test(text);
}
