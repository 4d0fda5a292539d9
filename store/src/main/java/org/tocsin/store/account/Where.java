package org.tocsin.store.account;

import co.elastic.clients.elasticsearch.core.SearchRequest;

/** What a query looks at: a view as it is now, or as it was at one moment. */
@FunctionalInterface
interface Where {
  /** Says so in the request. */
  void in(SearchRequest.Builder request);

  static Where alias(String alias) {
    return request -> request.index(alias);
  }

  static Where moment(String pointInTime) {
    return request -> request.pit(pit -> pit.id(pointInTime).keepAlive(alive -> alive.time("1m")));
  }
}
