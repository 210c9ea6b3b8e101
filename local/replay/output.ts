/** What the command prints: collected to larger pieces, in order across stdout and stderr. */
import { writeNow } from '../record.ts';

const piece = 2 ** 16;

export class Output {
  private text = '';
  private left = false;

  /** Nobody reads stdout any more. */
  get closed(): boolean {
    return this.left;
  }

  line(line: string): void {
    this.text += `${line}\n`;
    if (this.text.length >= piece) this.flush();
  }

  /** To stderr, after what was printed before. */
  error(line: string): void {
    this.flush();
    writeNow(2, `${line}\n`);
  }

  flush(): void {
    const { text } = this;
    this.text = '';
    if (text !== '' && !this.left) this.left = !writeNow(1, text);
  }
}
