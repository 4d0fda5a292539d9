/** The process's connection to Kafka: clients, their limits, and what their failures mean. */
@NullMarked
package org.tocsin.stream.connection;

import org.jspecify.annotations.NullMarked;
