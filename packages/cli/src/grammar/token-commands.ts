import { type Command, InvalidArgumentError } from "commander";
import type { InspectFlags } from "../commands/token/inspect.js";
import type { MintFlags } from "../commands/token/mint.js";
import type { VerifyFlags } from "../commands/token/verify.js";
import { parseTime } from "../settings/parse-time.js";
import { gather } from "./gather.js";

/** Adds `irsa-sim token inspect|verify|mint`. */
export function addTokenCommands(program: Command): void {
  const token = program.command("token").description("one token by itself: read it, verify it as STS does, or make one");
  withTokenFlags(token.command("inspect [file]"))
    .description("every claim explained, times in words, and what stands out; reads a file or standard input, and verifies nothing")
    .option("--show-tokens", "show the signature whole")
    .action(async (file: string | undefined, flags: InspectFlags) => {
      const { inspect } = await import("../commands/token/inspect.js");
      process.exitCode = inspect(file, flags);
    });
  withTokenFlags(token.command("verify [file]"))
    .description("the checks that STS makes, in its order, against keys that you saved; reads a file or standard input, and fetches nothing")
    .option("--jwks <file>", "the issuer's key set")
    .option("--issuer-documents <folder>", "the issuer's documents: openid-configuration and the key set, by whatever names")
    .option("--audience <id>", "a client id of the OIDC provider; may be repeated (default: sts.amazonaws.com)", gather, [])
    .option("--issuer <url>", "the issuer that the OIDC provider names (default: the token's own)")
    .option("--trust-policy <file>", "the role's trust policy, or the output of: aws iam get-role")
    .action(async (file: string | undefined, flags: VerifyFlags) => {
      const { verify } = await import("../commands/token/verify.js");
      process.exitCode = await verify(file, flags);
    });
  withTokenFlags(token.command("mint"))
    .description("a token as the API server issues it, signed by the well-known key, which is public; or with something wrong")
    .option("--namespace <name>", "of the service account", parseName, "default")
    .option("--service-account <name>", "whom it is about", parseName, "my-service-account")
    .option("--audience <id>", "whom it is for; may be repeated (default: sts.amazonaws.com)", gather, [])
    .option("--issuer <url>", "who issues it", parseIssuer, "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90")
    .option("--expiration <seconds>", "how long it lives", parseSeconds, 86_400)
    .option("--pod <name>", "bind it to a pod of this name", parseName)
    .option(
      "--claim <name=json>",
      "set a claim, or with a JSON pointer a member: aud='[\"x\"]', /kubernetes.io/pod/name='\"web-0\"'; nothing behind = takes it away; may be repeated",
      gather,
      [],
    )
    .option("--defect <id>", "make something wrong, such as expired, wrong-key or alg-none; an unknown one lists them; may be repeated", gather, [])
    .option("--key <file>", "sign with this key, PKCS #8 PEM, RSA or EC")
    .option("--issuer-documents <folder>", "write what the issuer publishes there, for token verify")
    .option("--seed <seed>", "ids follow from it", "1")
    .action(async (flags: MintFlags) => {
      const { mint } = await import("../commands/token/mint.js");
      process.exitCode = await mint(flags);
    });
}

function withTokenFlags(command: Command): Command {
  return command
    .option("--at <time>", "as if it were then, RFC 3339 (default: now)", parseTime)
    .option("--json", "as JSON (irsa-sim/token/v1)")
    .option("--no-color", "no colours");
}

function parseSeconds(text: string): number {
  if (!/^\d{1,11}$/.test(text)) throw new InvalidArgumentError(`a whole number of seconds, found "${text}".`);
  return Number(text);
}

/** RFC 1123, as Kubernetes wants the names of these objects. */
function parseName(text: string): string {
  if (!/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(text)) throw new InvalidArgumentError(`a name of lower-case letters, digits, - and ., found "${text}".`);
  return text;
}

function parseIssuer(text: string): string {
  if (!URL.canParse(text) || new URL(text).protocol !== "https:" || text.endsWith("/") || /[?#\s]/.test(text))
    throw new InvalidArgumentError(`an https URL without a slash at its end, found "${text}".`);
  return text;
}
