import type { Page } from "playwright-core";

/** What the editor holds. */
export function readText(page: Page): Promise<string> {
  return page.locator(".cm-content").evaluate((element) => [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
}

/** Writes over all of it, as somebody who pastes. */
export async function replaceText(page: Page, text: string): Promise<void> {
  const editor = page.locator(".cm-content");
  await editor.focus();
  await page.keyboard.press("Control+a");
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
