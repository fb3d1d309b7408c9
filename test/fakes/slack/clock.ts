/** Slack's clock: the real one until it is set. */
export class Clock {
  private set: number | null = null;
  private ahead = 0;

  readonly now = (): number => this.set ?? Date.now() + this.ahead;

  /** Stands still at this moment from now on. */
  stand(at: Date): void {
    this.set = at.getTime();
  }

  advance(milliseconds: number): void {
    if (this.set === null) this.ahead += milliseconds;
    else this.set += milliseconds;
  }
}
