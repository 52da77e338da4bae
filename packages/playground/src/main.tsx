import "./forbid-eval.js";
import { createRoot } from "react-dom/client";
import { readPageData } from "./data/read-page-data.js";
import { playScenario } from "./play/play-scenario.js";

const data = readPageData(document.getElementById("page-data")?.textContent ?? "");
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
const o = await playScenario(new Map(Object.entries(data.files)), { folder: "scenarios/basic", cell: null, isFixed: false, edits: new Map() });
createRoot(root).render(<pre>{JSON.stringify(o, null, 1)}</pre>);
