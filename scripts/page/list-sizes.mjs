/** What the page is made of, as a Markdown table; of the program each package has the part that it has of all modules before they are made small. */
export function listSizes({ page, program, styles, data }) {
  const whole = program.modules.reduce((sum, { bytes }) => sum + bytes, 0);
  const byPackage = Map.groupBy ? Map.groupBy(program.modules, (module) => module.package) : groupByPackage(program.modules);
  const parts = [...byPackage]
    .map(([name, modules]) => [name, (modules.reduce((sum, { bytes }) => sum + bytes, 0) / whole) * program.code.length])
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
  return ["| part | KiB |", "| --- | --: |", ...rows.map(([name, bytes]) => `| ${name} | ${Math.round(bytes / 1024)} |`), ""].join("\n");
}

function groupByPackage(modules) {
  const groups = new Map();
  for (const module of modules) groups.set(module.package, [...(groups.get(module.package) ?? []), module]);
  return groups;
}
