/** What a program printed for people, and which command prints the same for programs. */
export interface ToldForm {
  readonly is: string;
  readonly instead: string;
}

/** Characters in which a form shows itself. */
const LOOKED_AT = 4096;

const FORMS: readonly (ToldForm & { readonly looks: RegExp })[] = [
  {
    looks: /^Name:[ \t]+\S.*\r?\n(?:.*\r?\n){0,6}?(?:Namespace|Labels|Annotations|Priority):/,
    is: "what kubectl describe prints",
    instead: "kubectl get KIND NAME -n NAMESPACE -o yaml",
  },
  {
    looks: /^(?:NAMESPACE[ \t]+)?NAME[ \t]{2,}[A-Z][A-Z ()-]*(?:\r?\n|$)/,
    is: "a table of kubectl",
    instead: "the same command with -o yaml",
  },
  {
    looks: /^(?:Error from server|error: |Unable to connect to the server|An error occurred \(|\r?\nAn error occurred \(|aws: error|usage: aws)/,
    is: "the message of a command that failed, and nothing that it read",
    instead: "what the command prints when it succeeds; irsa-sim explain takes error messages",
  },
  { looks: /^-{4,}\r?\n\|/, is: "a table of the AWS CLI", instead: "the same command with --output json" },
  { looks: /^[A-Z][A-Z0-9]+\t\S/, is: "text of the AWS CLI, which names no members", instead: "the same command with --output json" },
  { looks: /^# [\w.[\]"-]+:(?: \([^)]*\))?\r?\n(?:resource|data) "/, is: "what terraform show prints for people", instead: "terraform show -json" },
  {
    looks: /^ *Terraform (?:will perform the following actions|used the selected providers)/m,
    is: "what terraform plan prints for people",
    instead: "terraform plan -out plan && terraform show -json plan",
  },
];

/** A chart's template, which Helm alone can read. */
const TEMPLATE: ToldForm = { is: "a template of a Helm chart", instead: "what helm template prints" };

/**
 * Recognises what is neither YAML nor JSON, or only by chance.
 *
 * @returns `null` for anything else
 * @example tellForm("NAME   READY   STATUS\napp-1  1/1     Running\n")?.is // "a table of kubectl"
 */
export function tellForm(text: string): ToldForm | null {
  const content = text.slice(0, LOOKED_AT).replace(/^\uFEFF/, "");
  const known = FORMS.find(({ looks }) => looks.test(content));
  return known === undefined ? null : { is: known.is, instead: known.instead };
}

/** Why a text that is no sound YAML may be none: `null` where nothing shows. */
export function tellBroken(text: string): ToldForm | null {
  return /\{\{-?\s*[\w.$("]/.test(text) ? TEMPLATE : null;
}
