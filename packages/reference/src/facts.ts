/** A documentation page. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** `documented`: an operation's own page; `linked`: a page it links to; `gateway`: common to all products. */
  readonly level: 'documented' | 'linked' | 'gateway';
}

/** A place in a file of the spec. */
export interface Place {
  readonly file: string;
  /** RFC 6901 pointer. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
}

/** Something that a page states, in our own words. */
export interface Fact {
  readonly text: string;
  /** Id of the page. */
  readonly page: string;
  readonly section: string;
  readonly row?: string;
  readonly place: Place;
  /** Items of the contract suite's coverage, or `rule:` and a rule's id: a case of any of them checks the fact. */
  readonly keys: readonly string[];
  /** Why no case checks it, where that is so. */
  readonly reason?: string;
}
