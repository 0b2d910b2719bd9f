/** Returns a dated version's section of the changelog without its heading, or undefined. */
export function sectionOf(changelog: string, version: string): string | undefined {
    const [, ...sections] = changelog.split(/^## /m);
    const section = sections.find((text) => text.startsWith(`[${version}] - `));
    const [heading, ...lines] = (section ?? '').split('\n');
    const [, date] = (heading ?? '').split(' - ');
    // The addresses of links follow the last section.
    const notes = lines
        .filter((line) => !/^\[[^\]]+\]: /.test(line))
        .join('\n')
        .trim();
    return isDate(date) && notes ? notes : undefined;
}

function isDate(text = ''): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
}
