package org.tocsin.model.report;

/**
 * What a record says once it was understood: something observed, or one version of a STIX object.
 */
public sealed interface Fact permits Observation, StixVersion {}
