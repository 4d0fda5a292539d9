package org.tocsin.engines.junit;

import org.tocsin.engines.Engine;
import org.tocsin.engines.EngineKind;

/** The engines of a test, to be killed, stopped and started again. */
public interface TestEngines extends EngineAddresses {

  /**
   * One of them.
   *
   * @throws IllegalStateException when it was not asked for, or is a container (see {@link
   *     UseEngines#breakable})
   */
  Engine engine(EngineKind kind);
}
