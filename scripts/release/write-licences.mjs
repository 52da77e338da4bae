const RULE = "-".repeat(80);

/**
 * The licences of everything in the published package that others wrote, as one text; a licence that stands in several packages word by word stands once.
 *
 * @param parties as `readThirdParties` gives them
 */
export function writeLicences(parties) {
  const byText = new Map();
  for (const party of parties) {
    const text = party.texts.map((one) => one.trim()).join("\n\n");
    byText.set(text, [...(byText.get(text) ?? []), party]);
  }
  const sections = [...byText].map(([text, those]) =>
    [
      RULE,
      ...those.map(({ name, version, license }) => `${name} ${version} (${license})`),
      RULE,
      "",
      text || "Published without the text of the licence, which stands at https://spdx.org/licenses/MIT.html.",
      "",
    ].join("\n"),
  );
  return ["irsa-sim holds the works of others that are named here, each under its own licence.", "", ...sections].join("\n");
}
