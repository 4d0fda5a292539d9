/** Reads a topic as part of a group, batch by batch: each is taken before it is committed. */
@NullMarked
package org.tocsin.stream.loop;

import org.jspecify.annotations.NullMarked;
