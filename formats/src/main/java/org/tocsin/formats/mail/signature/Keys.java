package org.tocsin.formats.mail.signature;

import java.util.List;

/** Where public keys are found; the directory of the node implements it where it is at hand. */
@FunctionalInterface
public interface Keys {
  /** Nobody's key is known. */
  Keys NONE = address -> List.of();

  /**
   * The OpenPGP certificates of that mail address, each in ASCII armour; empty where none is known.
   *
   * @param address in the spelling of the mail, its domain in lower case
   */
  List<String> openPgp(String address);
}
