package org.tocsin.engines.port;

/** Which port an engine asks for first. */
public enum PortPolicy {
  /** The one of the last run, then the one everybody knows (9092, 9200, 8180), then any. */
  USUAL,
  /** The one of the last run, then any: for tests, which must not meet a running platform. */
  ANY
}
