/** Events of IntelMQ, as its outputs write them. */
@NullMarked
package org.tocsin.formats.intelmq;

import org.jspecify.annotations.NullMarked;
