/** Returns the language of a tag without its region: `pt` for `pt-BR` and `pt_PT`. */
export function primaryTag(tag: string): string | undefined {
    return tag.toLowerCase().split(/[-_]/)[0];
}
