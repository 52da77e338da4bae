import { listFiles } from "../files/list-files.js";
import type { OpenScenario } from "../play/open-scenario.js";

/**
 * The files of the open scenario with all edits, by path below one folder, such that the command can play them: its own, and an edited base beside it.
 * A base that was not edited ships with the simulator, and stays a name.
 */
export function scenarioFiles(files: Readonly<Record<string, string>>, { folder, edits }: OpenScenario): ReadonlyMap<string, string> {
  const [own, ...bases] = listFiles(files, edits, folder);
  const changed = bases.findLastIndex(({ paths }) => paths.some((path) => edits.has(path)));
  const groups = own === undefined ? [] : [own, ...bases.slice(0, changed + 1)];
  return new Map(
    groups.flatMap((group, index) =>
      group.paths.map((path) => {
        const text = edits.get(path) ?? files[path] ?? "";
        const isRenamed = path.endsWith("/scenario.yaml") && index < groups.length - 1;
        return [
          `${nameOf(group.folder)}/${path.slice(group.folder.length + 1)}`,
          isRenamed ? withBase(text, nameOf(groups[index + 1]?.folder ?? "")) : text,
        ] as const;
      }),
    ),
  );
}

function nameOf(folder: string): string {
  return folder.split("/").at(-1) ?? folder;
}

/** A folder beside this one instead of a name that ships. */
function withBase(text: string, name: string): string {
  return text.replace(/^base:.*$/m, `base: ../${name}`);
}
