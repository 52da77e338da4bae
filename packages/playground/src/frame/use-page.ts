import { useContext } from "react";
import { type Page, PageContext } from "./page-context.js";

/** The page that a part belongs to. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("a part of the page stands outside of it");
  return page;
}
