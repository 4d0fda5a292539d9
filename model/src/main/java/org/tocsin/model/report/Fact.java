package org.tocsin.model.report;

import org.tocsin.model.tlp.Tlp;

/**
 * What a record says once it was understood: something observed, or one version of a STIX object.
 */
public sealed interface Fact permits Observation, StixVersion {
  /** How far it may travel. */
  Tlp tlp();
}
