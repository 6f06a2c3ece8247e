/** How the sentence begins by which every page tells who wrote it; by it a page is known that no manifest lists, as after a merge. */
export const PAGE_MARK = "Written by claimsmith";
