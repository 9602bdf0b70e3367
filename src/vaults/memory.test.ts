import { describeVault } from './contract.ts'
import { MemoryVault } from './memory.ts'

describeVault('MemoryVault', async () => {
  const vault = new MemoryVault()
  return {
    vault,
    writeOutside: (path, text) => vault.writeOutside(path, text),
    removeOutside: (path) => vault.removeOutside(path),
    close: async () => {},
  }
})
