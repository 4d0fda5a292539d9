package org.tocsin.model.sharing;

import org.tocsin.model.tlp.Tlp;

/** The ways by which something leaves the node, with the strictest level that may take each. */
public enum Exit {
  /** A feed or page for which nobody signs in: what may be passed on to everyone. */
  PUBLIC(Tlp.CLEAR),
  /**
   * Another node, which passes it on by its own means: what may be passed on to the community. A
   * peer that was named reads stricter things under its own identity.
   */
  PEER(Tlp.GREEN),
  /** A feed fetched with a token. */
  FEED(Tlp.AMBER_STRICT),
  /** Mail that is not encrypted for its recipient. */
  PLAIN_MAIL(Tlp.AMBER_STRICT),
  /** A message to a machine's address. */
  WEBHOOK(Tlp.AMBER_STRICT),
  /** A TAXII collection. */
  TAXII(Tlp.AMBER_STRICT),
  /** A page, an answer or a stream for somebody who signed in, and mail encrypted for them. */
  PERSON(Tlp.RED);

  private final Tlp strictest;

  Exit(Tlp strictest) {
    this.strictest = strictest;
  }

  /** The strictest level that may leave this way. */
  public Tlp strictest() {
    return strictest;
  }
}
