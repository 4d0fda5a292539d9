package org.tocsin.alerts.taxii;

import org.tocsin.model.sharing.Reader;

/** The inbox of a process that collects nothing: open to nobody. */
final class ClosedInbox implements Inbox {
  @Override
  public boolean isOpenTo(Reader sender) {
    return false;
  }

  @Override
  public Taken take(Reader sender, byte[] envelope) {
    throw TaxiiException.forbidden("This process takes nothing in.");
  }
}
