import { startCopying } from "./copy-buttons.js";
import { followDeepLinks } from "./deep-links.js";
import { startSearch } from "./search.js";

startSearch();
startCopying();
followDeepLinks();
