/** A stretch of text, and where it leads to. */
export interface TextPart {
  readonly text: string;
  readonly url: string | null;
}

/** How a standard is named, and the address of one of its sections. */
interface LinkedStandard {
  readonly name: RegExp;
  /** @param section - `4.1.4`, or null for the whole */
  address(number: string, section: string | null): string;
}

const SECTION = String.raw`(?:\s+(?:sections?|clause)\s+(\d+(?:\.\d+)*))?`;

/** The standards that the vocabulary and the profiles name and that have an address of their own. */
const STANDARDS: readonly LinkedStandard[] = [
  {
    name: new RegExp(`\\bRFC (\\d{3,5})${SECTION}`, "g"),
    address: (number, section) => `https://www.rfc-editor.org/rfc/rfc${number}${anchor("#section-", section)}`,
  },
  openId("Connect Core 1.0", "openid-connect-core-1_0"),
  openId("Connect Front-Channel Logout 1.0", "openid-connect-frontchannel-1_0"),
  openId("Connect Back-Channel Logout 1.0", "openid-connect-backchannel-1_0"),
  {
    // Its sections have anchors of another form.
    name: new RegExp(`\\bOpenID (Federation) 1\\.0${SECTION}`, "g"),
    address: () => "https://openid.net/specs/openid-federation-1_0.html",
  },
];

/**
 * A text such as `RFC 7519 section 4.1.4` in parts, of which the names of standards lead to the section.
 *
 * @example linkStandards("RFC 8693 section 4.1") // [{ text: "RFC 8693 section 4.1", url: "https://…/rfc8693#section-4.1" }]
 */
export function linkStandards(text: string): readonly TextPart[] {
  const links = STANDARDS.flatMap(({ name, address }) =>
    [...text.matchAll(name)].map((match) => ({
      start: match.index,
      text: match[0],
      url: address(match[1] ?? "", match[2] ?? null),
    })),
  ).sort((one, other) => one.start - other.start);
  const parts: TextPart[] = [];
  let end = 0;
  for (const link of links) {
    if (link.start > end) parts.push({ text: text.slice(end, link.start), url: null });
    parts.push({ text: link.text, url: link.url });
    end = link.start + link.text.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), url: null });
  return parts;
}

function openId(name: string, file: string): LinkedStandard {
  return {
    name: new RegExp(`\\bOpenID (${name.replaceAll(".", "\\.")})${SECTION}`, "g"),
    address: (_, section) => `https://openid.net/specs/${file}.html${anchor("#rfc.section.", section)}`,
  };
}

function anchor(prefix: string, section: string | null): string {
  return section === null ? "" : prefix + section;
}
