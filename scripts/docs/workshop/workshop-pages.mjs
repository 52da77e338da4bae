// docs/workshop/: a half-day course, made from the scenarios tagged `workshop`, so that it cannot drift from what they do.
import { fitLines } from "../fit-lines.mjs";
import { answersOf } from "./answers-of.mjs";
import { courseOf } from "./course.mjs";
import { coursePage } from "./course-page.mjs";
import { repairOf } from "./repair-of.mjs";
import { roomPage } from "./room-page.mjs";
import { sheetPages } from "./sheet-pages.mjs";
import { trainerPage } from "./trainer-page.mjs";

const HEAD = "Written by scripts/generate-docs.mjs from the scenarios tagged workshop; do not edit.";

/** Pages, answers and repairs by path below docs/, from the scenarios as they were played. */
export function workshopPages(played) {
  const blocks = courseOf(played);
  const pages = [["README.md", coursePage(blocks)], ...sheetPages(blocks), ["trainer-notes.md", trainerPage(blocks)], ["room-mode.md", roomPage(blocks)]];
  return [
    ...pages.map(([path, text]) => [`workshop/${path}`, `<!-- ${HEAD} -->\n${fitLines(text)}`]),
    ...blocks.map((block) => [`workshop/answers/${block.file}.txt`, answersOf(block)]),
    ...blocks.flatMap(({ exercises }) => exercises.map((one) => [`workshop/repairs/${one.name}/scenario.yaml`, `# ${HEAD}\n${repairOf(one)}`])),
  ];
}
