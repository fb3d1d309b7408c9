/** One thing after the other for each name; what fails holds up nobody. */
export function createLanes<Name>(): (name: Name, act: () => Promise<void>) => Promise<void> {
  const lanes = new Map<Name, Promise<void>>();
  return (name, act) => {
    const done = (lanes.get(name) ?? Promise.resolve()).then(act, act);
    lanes.set(name, done);
    return done;
  };
}
