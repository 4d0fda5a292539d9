package org.tocsin.model.delivery;

import java.util.Locale;
import org.tocsin.model.sharing.Exit;

/** The ways by which something is delivered. */
public enum DeliveryChannel {
  /** A message to a machine's address. */
  WEBHOOK(Exit.WEBHOOK),
  /** Mail; of what leaves by none that is plain, what was encrypted for its recipient. */
  MAIL(Exit.PLAIN_MAIL),
  /** The console's own page. */
  PORTAL(Exit.PERSON);

  private final Exit exit;

  DeliveryChannel(Exit exit) {
    this.exit = exit;
  }

  /** What the sharing policy is asked about. */
  public Exit exit() {
    return exit;
  }

  /** The name in records and addresses, such as {@code webhook}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
