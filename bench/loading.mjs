// Loading a scenario, as a ratio to parsing the same text with the same parser, at growing sizes: what is linear keeps its ratio. Medians of rounds that take turns.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { loadCells } from "../packages/scenario-runner/dist/index.js";

const { parseAllDocuments } = createRequire(new URL("../packages/documents/package.json", import.meta.url))("yaml");
const SCENARIOS = fileURLToPath(new URL("../scenarios/", import.meta.url));
const SIZES = [1000, 2000, 4000, 8000];
const ROUNDS = Number(process.argv[2] ?? 5);

const HEAD = "title: t\nbase: basic\nexpect: { outcome: succeeded }\n";
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join("");

/** Each makes the files of a scenario of a size; the last file is the large one. */
const inputs = {
  "patches that add": (count) => ({ "scenario.yaml": `${HEAD}patch:\n${lines(count, (index) => `  aws.buckets.b${index}: {}\n`)}` }),
  "patches that lead nowhere": (count) => ({ "scenario.yaml": `${HEAD}patch:\n${lines(count, (index) => `  aws.buckets.z${index}.y: 1\n`)}` }),
  "patches of objects": (count) => ({
    "scenario.yaml": `${HEAD}patch:\n${lines(count / 2, (index) => `  kubernetes.ServiceAccount[a${index}].metadata.labels: { a: b }\n`)}`,
    "pod.yaml": lines(count / 2, (index) => `---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: a${index}}}\n`),
  }),
  objects: (count) => ({
    "scenario.yaml": HEAD,
    "pod.yaml": lines(count, (index) => `---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: a${index}}}\n`),
  }),
  "objects with faults": (count) => ({ "scenario.yaml": HEAD, "pod.yaml": lines(count, (index) => `---\n{kind: Pod, metadata: {name: a${index}}}\n`) }),
  "pods that nobody applies": (count) => ({ "scenario.yaml": `${HEAD}timeline:\n${lines(count, (index) => `  - restart: { pod: p${index} }\n`)}` }),
  cells: (count) => ({ "scenario.yaml": `${HEAD}matrix: { a: [x], include: [${lines(count, (index) => `{a: v${index}},`)}] }\n` }),
};

for (const [name, filesOf] of Object.entries(inputs)) {
  const measured = SIZES.map((size) => {
    const files = filesOf(size);
    const [parsing, loading] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      // A round has texts of its own, since parsed files are remembered.
      const own = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, `# ${round}\n${text}`]));
      parsing.push(timeOf(() => Object.values(own).map((text) => parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false }))));
      loading.push(timeOf(() => load(own)));
    }
    return { parsing: median(parsing), loading: median(loading) };
  });
  const ratios = measured.map(({ parsing, loading }) => (loading / parsing).toFixed(1));
  console.log(`${name.padEnd(26)} ${SIZES.map((size, index) => `${size}: ${ratios[index]} x`).join("   ")}   (${measured.at(-1)?.loading.toFixed(0)} ms)`);
}

function load(own) {
  const read = (folder, file) =>
    folder === "own" && file in own
      ? own[file]
      : folder !== "own" && existsSync(`${SCENARIOS}${folder}/${file}`)
        ? readFileSync(`${SCENARIOS}${folder}/${file}`, "utf8")
        : null;
  try {
    loadCells({ read, folderOf: (name) => name, displayPath: (folder, file) => `${folder}/${file}` }, "own");
  } catch (error) {
    if (error.code !== "ERR_SCENARIO_INVALID") throw error;
  }
}

function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
