/** The forms of resources' ARNs: `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. */

const VARIABLE = /\$\{([^}]+)\}/g;

/** The variables of a form, in order. */
export function variablesOf(form: string): readonly string[] {
  return [...form.matchAll(VARIABLE)].map(([, name = ""]) => name);
}

/**
 * The values of a form's variables in an ARN; only one at the end may hold a slash or a colon.
 *
 * @returns `null` when the ARN is of another form
 * @example matchArn("arn:${Partition}:sqs:${Region}:${Account}:${QueueName}", "arn:aws:sqs:eu-west-1:111122223333:q")?.get("QueueName") // => "q"
 */
export function matchArn(form: string, arn: string): ReadonlyMap<string, string> | null {
  const names = variablesOf(form);
  // Split at the variables: every second part is a variable's name.
  const parts = form.split(VARIABLE);
  const source = parts.map((part, index) => (index % 2 === 0 ? escapePattern(part) : index === parts.length - 2 && parts.at(-1) === "" ? "(.+)" : "([^:/]*)"));
  const found = new RegExp(`^${source.join("")}$`).exec(arn);
  return found === null ? null : new Map(names.map((name, index) => [name, found[index + 1] ?? ""]));
}

/** The ARN that a form gives with these values; `null` when one is missing. */
export function fillArn(form: string, lookUp: (variable: string) => string | undefined): string | null {
  const values = new Map(variablesOf(form).map((name) => [name, lookUp(name)]));
  if ([...values.values()].includes(undefined)) return null;
  return form.replaceAll(VARIABLE, (_, name: string) => values.get(name) ?? "");
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
