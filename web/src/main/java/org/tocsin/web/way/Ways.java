package org.tocsin.web.way;

import java.util.Set;
import org.tocsin.model.feed.OpenWay;

/** The ways in that stand open; the port through which the web sees how they fare here. */
public interface Ways {
  /** How that one fares, but for whether it is paused. */
  FaringWay now(OpenWay way);

  /**
   * Which are paused, at most a second or two behind what was decided.
   *
   * @throws org.tocsin.store.StoreUnavailableException while nothing is known of that
   */
  Set<OpenWay> paused();
}
