package org.tocsin.formats.mail.signature;

import java.util.List;
import org.tocsin.model.directory.KeyText;

/** Where public keys are found: the directory of the node. */
@FunctionalInterface
public interface Keys {
  /** Nobody's key is known. */
  Keys NONE = address -> List.of();

  /**
   * The keys that are known for that mail address, of both kinds; empty where there is none.
   *
   * @param address in the spelling of the mail, its domain in lower case
   */
  List<KeyText> of(String address);
}
