/** Numbers texts, so that columns hold numbers; 0 is the empty text. */
export class Dictionary {
  private readonly ids = new Map<string, number>([['', 0]]);
  private readonly texts: string[] = [''];

  getId(text: string | undefined): number {
    const known = this.ids.get(text ?? '');
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.texts.push(text ?? '');
    this.ids.set(text ?? '', id);
    return id;
  }

  getText(id: number): string {
    return this.texts[id] ?? '';
  }

  get size(): number {
    return this.texts.length;
  }

  /** One byte per number: 1 where the text is accepted. */
  createMask(accept: (text: string) => boolean): Uint8Array {
    return Uint8Array.from(this.texts, text => (accept(text) ? 1 : 0));
  }
}
