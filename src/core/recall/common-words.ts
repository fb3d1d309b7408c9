/** Words that every text is full of, and those that only ask: they say nothing of what a line is about. */
export const common: ReadonlySet<string> = new Set(
  `a about all also an and another any are as at be because been being both but by can cant could define describe did do
  does doesnt doing done dont each either every example explain for from give had has have having he her here him his how
  i if in into is isnt it its just kind list may me mean means might must my name no nor not of on one ones only onto or
  other our over same shall she should so some such than that the their them then there these they this those to too type
  under us very was we were what when where which while who whom whose why will with would you your`.split(
    /\s+/,
  ),
);

/** Verbs and nouns that go with anything: they count, but little. */
export const light: readonly string[] =
  `allow be become begin bring call change come get go happen help keep know let like look make need possible put run
  say see set start support take thing tell time turn use want way work`.split(/\s+/);
