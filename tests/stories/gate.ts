type Work<T> = () => Promise<T>;

/** Lets so many pieces of work run at once; the others wait in line. */
export function atMost(limit: number): <T>(work: Work<T>) => Promise<T> {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => line.push(resolve));
    running++;
    try {
      return await work();
    } finally {
      running--;
      line.shift()?.();
    }
  };
}
