import { readDroppedFiles } from "../files/read-dropped-files.js";
import { toOwnScenario } from "../files/to-own-scenario.js";
import { usePage } from "../frame/use-page.js";

/** Opens a scenario folder of the viewer's own from the disk; it stays in this window. */
export function OpenFolder() {
  const { dispatch } = usePage();
  const onChosen = async (list: FileList | null): Promise<void> => {
    const own = toOwnScenario(await readDroppedFiles([...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))));
    if (own !== null) dispatch({ kind: "open", open: own });
  };
  return (
    <label className="button">
      Open folder…
      <input className="unseen" type="file" multiple webkitdirectory="" onChange={({ target }) => void onChosen(target.files)} />
    </label>
  );
}
