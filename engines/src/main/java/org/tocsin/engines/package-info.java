/**
 * The real Kafka, Elasticsearch and Keycloak as supervised child processes on the loopback
 * interface, so that neither a developer nor a test needs a container engine.
 */
@NullMarked
package org.tocsin.engines;

import org.jspecify.annotations.NullMarked;
