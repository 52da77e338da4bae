// The tags that make a collection: one message with many causes, or scenarios for an occasion.

const PACKS = {
  starter: "one deviation each, under two minutes each",
  workshop: "in pairs: one message, two causes",
  "ci-gate": "what must be refused, whoever changes the policies",
  "deep-cut": "for operators and platform teams",
  "says-not-authorized": "`Not authorized to perform sts:AssumeRoleWithWebIdentity`",
  "says-no-provider": "`No OpenIDConnect provider found in your account for …`",
  "says-node-role": "`User: …/assumed-role/NODE-ROLE/i-… is not authorized to perform …`",
  "says-timeout": "STS cannot be reached",
  "says-audience": "`Incorrect token audience`",
  "says-nothing": "no error at all",
};

/** One row a pack. */
export function packTable(entries) {
  const rows = Object.entries(PACKS).map(([tag, what]) => {
    const names = entries.filter(({ tags }) => tags.includes(tag)).map(({ name }) => `\`${name}\``);
    return `| \`${tag}\` | ${what} | ${names.join(", ")} |`;
  });
  return `| tag | what it holds | scenarios |\n| --- | --- | --- |\n${rows.join("\n")}`;
}
