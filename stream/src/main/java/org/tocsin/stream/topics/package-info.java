/** Creates and checks the topics. */
@NullMarked
package org.tocsin.stream.topics;

import org.jspecify.annotations.NullMarked;
