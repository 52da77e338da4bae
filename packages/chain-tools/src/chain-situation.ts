/** What an app has, as far as its SDK's chain looks at it; secrets are put away before anything is played with it. */

/** Variables and files of one container. */
export interface ChainSituation {
  readonly environment: Readonly<Record<string, string>>;
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Variables that the chain, STS's endpoint and the shared files depend on. */
const READ = /^(AWS|AMAZON)_[A-Z0-9_]+$/;
/** Stand-ins that nobody can do anything with. */
const STAND_INS: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_ACCESS_KEY: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "hidden",
  AWS_SECRET_KEY: "hidden",
  AWS_SESSION_TOKEN: "hidden",
  AWS_SECURITY_TOKEN: "hidden",
  AWS_CONTAINER_AUTHORIZATION_TOKEN: "hidden",
};
const SECRET_SETTING = /^(\s*(?:aws_access_key_id|aws_secret_access_key|aws_session_token|aws_security_token)\s*=\s*)(\S.*)$/gim;

/** They lead to somebody who is not there when a chain is played: what stands there is taken to answer as AWS does. */
const LEADS_ELSEWHERE = /^AWS_(ENDPOINT_URL(_\w+)?|CA_BUNDLE|EC2_METADATA_SERVICE_ENDPOINT)$/;

/** Variables that lead to a host or a file of one's own. */
export function leadingElsewhere(environment: ChainSituation["environment"]): readonly string[] {
  return Object.keys(environment).filter((name) => LEADS_ELSEWHERE.test(name) && environment[name] !== "");
}

/** Keeps what the chain reads, and puts a stand-in in the place of every secret; an empty value stays empty. */
export function withoutSecrets({ environment, files }: ChainSituation): ChainSituation {
  const read = Object.entries(environment).filter(([name]) => READ.test(name));
  return {
    environment: Object.fromEntries(read.map(([name, value]) => [name, value === "" ? value : standIn(name, value)])),
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, hideSettings(text)])),
  };
}

function standIn(name: string, value: string): string {
  return Object.hasOwn(STAND_INS, name) ? (STAND_INS[name] ?? value) : value;
}

function hideSettings(text: string): string {
  return text.replaceAll(SECRET_SETTING, (_, setting: string) => `${setting}${/access_key_id/i.test(setting) ? STAND_INS.AWS_ACCESS_KEY_ID : "hidden"}`);
}
