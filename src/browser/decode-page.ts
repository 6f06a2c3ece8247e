import { equal } from "../runtime/claims/equal.js";
import * as faults from "../runtime/claims/faults.js";
import * as firstPass from "../runtime/claims/first-pass.js";
import * as formats from "../runtime/claims/formats.js";
import { ucs2length } from "../runtime/claims/ucs2length.js";
import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import { visibleCharacters } from "../text/visible-characters.js";
import { find } from "./element.js";
import { exampleText } from "./example-text.js";
import { explainToken, type KindValidators, toKind } from "./explain-token.js";
import type { KindData } from "./kind-data.js";
import { decoded } from "./search.js";
import { showInspection, verdictWords } from "./show-inspection.js";

/** The functions that compiled validators call by name. */
export const runtime = { equal, ucs2length, ...formats, ...faults, ...firstPass };

/** A pause in typing after which the text is read. Milliseconds. */
const PAUSE = 150;

const EXAMPLE = "#example=";

/**
 * Has the page decode what is put into its field.
 *
 * @param data - the kinds of tokens
 * @param validators - theirs, in the same order
 * @param plain - the validator of what RFC 7519 alone says
 */
export function start(data: readonly KindData[], validators: readonly KindValidators[], plain: ClaimsValidator): void {
  const input = find("token", HTMLTextAreaElement);
  const choice = find("kind", HTMLSelectElement);
  const status = find("decode-status", HTMLElement);
  const result = find("decode-result", HTMLElement);
  const form = find("decoder", HTMLElement);
  if (input === null || choice === null || status === null || result === null || form === null) return;
  const kinds = data.flatMap((one, at) => {
    const own = validators[at];
    return own === undefined ? [] : [toKind(one, own)];
  });
  form.hidden = false;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (): Promise<void> => {
    round += 1;
    const own = round;
    if (input.value.trim() === "") {
      status.textContent = "";
      result.replaceChildren();
      return;
    }
    const now = Date.now() / 1000;
    const token = choice.value === "" ? null : choice.value;
    const inspection = await explainToken(input.value, { kinds, token, plain, now });
    // The answer to a text that has been replaced meanwhile is nobody's question.
    if (own !== round) return;
    const kind = data.find(({ key }) => key === inspection.token) ?? null;
    result.replaceChildren(...showInspection(inspection, kind, now));
    status.textContent = visibleCharacters(verdictWords(inspection, kind));
  };
  const showExample = (page: string): void => {
    const example = data.find((one) => one.page === page)?.example ?? null;
    if (example === null) return;
    input.value = exampleText(example, Date.now() / 1000);
    choice.value = "";
    void show();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  choice.addEventListener("change", show);
  find("clear", HTMLButtonElement)?.addEventListener("click", () => {
    input.value = "";
    input.focus();
    void show();
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-example]")) {
    button.addEventListener("click", () => showExample(button.dataset["example"] ?? ""));
  }
  const follow = (): void => {
    if (location.hash.startsWith(EXAMPLE)) showExample(decoded(location.hash.slice(EXAMPLE.length)));
  };
  addEventListener("hashchange", follow);
  follow();
  void show();
}
