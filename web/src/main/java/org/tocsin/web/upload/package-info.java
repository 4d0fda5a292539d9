/** Files that people and programs send along: how they are read, and how large they may be. */
@NullMarked
package org.tocsin.web.upload;

import org.jspecify.annotations.NullMarked;
