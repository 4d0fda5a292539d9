package org.tocsin.formats.table;

import org.jspecify.annotations.Nullable;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.WebAddress;

/**
 * Stops what must not be listed. A URL on a host that everybody uses may well be bad, so that only
 * reserved addresses speak against one.
 *
 * @param list what speaks against a value, null where the records are no list of bad things
 */
record Objections(@Nullable WarningList list) {
  void to(IpAddress address, String path, boolean listed) throws Fault {
    if (list != null && listed) {
      raise(path, list.objection(address));
    }
  }

  void to(DomainName name, String path, boolean listed) throws Fault {
    if (list != null && listed) {
      raise(path, list.objection(name));
    }
  }

  void toHostOf(WebAddress url, String path) throws Fault {
    if (list != null) {
      raise(path, list.objection(url));
    }
  }

  void toHash(String hash, String path) throws Fault {
    if (list != null) {
      raise(path, list.objectionToHash(hash));
    }
  }

  private static void raise(String path, @Nullable String objection) throws Fault {
    if (objection != null) {
      throw Fault.bad(path, "a list of bad things cannot list this: " + objection);
    }
  }
}
