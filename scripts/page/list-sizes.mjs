const HEAD = [
  "# What the page is made of",
  "",
  "Written by `node scripts/build-page.mjs --list`. The program is compressed: of that each package has the part that it has of all modules before they are made small. The page must stay below 2.5 MB, which is 2,441 KiB; a test holds that.",
  "",
];

/** What the page is made of, as a Markdown page. */
export function listSizes({ page, program, styles, data }) {
  const packedBytes = page.length - data.length - styles.length;
  const whole = program.modules.reduce((sum, { bytes }) => sum + bytes, 0);
  const byPackage = groupByPackage(program.modules);
  const parts = [...byPackage]
    .map(([name, modules]) => [name, (modules.reduce((sum, { bytes }) => sum + bytes, 0) / whole) * packedBytes])
    .sort(([, a], [, b]) => b - a);
  const large = parts.filter(([, bytes]) => bytes >= 4096);
  const others = parts.filter(([, bytes]) => bytes < 4096).reduce((sum, [, bytes]) => sum + bytes, 0);
  const rows = [
    ["scenarios, compressed", data.length],
    ["styles", styles.length],
    ...large.map(([name, bytes]) => [`program: ${name}`, bytes]),
    ["program: others", others],
    ["**all**", page.length],
  ];
  return [...HEAD, "| part | KiB |", "| --- | --: |", ...rows.map(([name, bytes]) => `| ${name} | ${Math.round(bytes / 1024)} |`), ""].join("\n");
}

function groupByPackage(modules) {
  const groups = new Map();
  for (const module of modules) groups.set(module.package, [...(groups.get(module.package) ?? []), module]);
  return groups;
}
