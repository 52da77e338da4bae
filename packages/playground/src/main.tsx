import "./forbid-eval.js";
import { createRoot } from "react-dom/client";
import { readOpened } from "./data/read-opened.js";
import { readPageData } from "./data/read-page-data.js";
import { App } from "./frame/app.js";

const root = document.getElementById("root");
const block = document.getElementById("page-data");
if (root === null || block === null) throw new Error("the page is not whole: it was not made by scripts/build-page.mjs");
createRoot(root).render(<App data={readPageData(block.textContent)} opened={readOpened(document.getElementById("opened")?.textContent ?? null)} />);
