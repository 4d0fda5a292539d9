/** The raw log: how a raw record is laid out in Kafka, appended and read back. */
@NullMarked
package org.tocsin.stream.report;

import org.jspecify.annotations.NullMarked;
