/** Gathers what a page says of itself while it is being read: its title, canonical link and meta properties. */
export function createPageMeta() {
  const meta = new Map<string, string>();
  let [tag, title] = ['', ''];
  const note = (name: string, value: string | undefined): void => {
    if (name !== '' && value !== undefined && !meta.has(name)) meta.set(name, value);
  };
  return {
    open(opened: string, attributes: Readonly<Record<string, string>>): void {
      if (opened === 'title' && title !== '') return;
      tag = opened;
      if (tag === 'link' && attributes['rel'] === 'canonical') note('canonical', attributes['href']);
      if (tag !== 'meta') return;
      note((attributes['property'] ?? attributes['name'] ?? '').toLowerCase(), attributes['content']);
    },
    close(): void {
      tag = '';
    },
    text(data: string): void {
      // Entities part a title into pieces.
      if (tag === 'title') title += data;
    },
    meta: (): Readonly<Record<string, unknown>> => ({ ...(title !== '' && { title }), ...Object.fromEntries(meta) }),
  };
}
