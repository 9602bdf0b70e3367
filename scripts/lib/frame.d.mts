export declare function drawFrame(): Promise<string>
